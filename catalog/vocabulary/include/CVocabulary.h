#ifndef CVOCABULARY_H
#define CVOCABULARY_H

#include <stddef.h>

/// How many languages the vocabulary has; their index below counts from 0.
int vocabulary_languages(void);

/// The tag of a language, such as `en`; null for an index out of range.
const char *vocabulary_language(int index);

/// The bytes of a language's table of headings, `headers/<language>.tsv`; null for an index out of range.
///
/// The text is not closed by a zero byte; `length` receives its length.
const unsigned char *vocabulary_headers(int index, size_t *length);

/// The bytes of a language's table of words, `words/<language>.tsv`; null for an index out of range.
const unsigned char *vocabulary_words(int index, size_t *length);

/// The prepared table of all headings, aligned to 8 bytes.
const unsigned char *vocabulary_prepared_headers(size_t *length);

/// The prepared table of all words, aligned to 8 bytes.
const unsigned char *vocabulary_prepared_words(size_t *length);

#endif
