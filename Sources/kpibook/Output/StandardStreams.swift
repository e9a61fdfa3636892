internal import Glibc

/// What is settled about the standard streams before anything else is done.
enum StandardStreams {
  /// Makes faults of writing show as errors, and sees to it that all three streams are open.
  static func prepare() {
    // A closed pipe and a limit on the size of files are told by write(2), in words, instead of
    // ending the process.
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    // Else the next file opened would take the place of the stream that is closed, and notes on
    // standard error would go into the output.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      // Reading from standard output fails, and writing to standard input: as if it were closed.
      let access = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY
      _ = unsafe open("/dev/null", access)
    }
  }
}
