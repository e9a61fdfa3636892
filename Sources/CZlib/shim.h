// zlib's constants for window bits are macros with casts that Swift cannot see; the functions
// below wrap the two initialisers, which zlib defines as macros over a version string.
#pragma once
#include <zlib.h>

/// Prepares a raw deflate stream (no zlib or gzip header, RFC 1951) for reading.
static inline int czlib_inflate_init_raw(z_stream *stream) {
  return inflateInit2(stream, -15);
}

/// Prepares a raw deflate stream for writing at `level` (1 to 9), memory level 8.
static inline int czlib_deflate_init_raw(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}
