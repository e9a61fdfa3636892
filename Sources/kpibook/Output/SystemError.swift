internal import Glibc

/// The operating system's reasons in words.
enum SystemError {
  static func words(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "permission denied"
    case ENOSPC, EDQUOT: "the disk is full"
    case EFBIG: "the file would be larger than is allowed"
    case EPIPE: "the reader closed the pipe"
    case EBADF: "it is closed"
    case EISDIR: "it is a folder"
    case EROFS: "the disk cannot be written to"
    default: unsafe String(cString: strerror(code))
    }
  }
}
