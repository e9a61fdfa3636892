// The environment a child gets is a variable of C that other threads could change; none does here.
@unsafe @preconcurrency internal import Glibc

/// A run of git, which alone touches a repository's settings.
struct GitProcess {
  /// The exit status; 128 and the signal's number if it was ended by one.
  let status: Int32
  /// What it wrote to standard output, byte for byte.
  let bytes: [UInt8]
  /// What it wrote to standard error.
  let errors: String

  /// The output without its last line break.
  var line: String {
    String(
      decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }

  /// Runs the git that is found on the PATH, in this folder and environment, and waits for it.
  ///
  /// - Parameter arguments: The words after `git`.
  /// - Returns: How it ended and what it wrote.
  /// - Throws: ``Failure`` if there is no git, or it cannot be started.
  static func run(_ arguments: [String]) throws -> GitProcess {
    let output = try Pipe()
    let errors = try Pipe()
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // The tool ignores these signals; git should have them as it knows them.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe sigaddset(&signals, SIGXFSZ)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var words: [UnsafeMutablePointer<CChar>?] = unsafe []
    for word in ["git"] + arguments { unsafe words.append(strdup(word)) }
    unsafe words.append(nil)
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var process = pid_t()
    let code = unsafe posix_spawnp(&process, "git", &actions, &attributes, words, environ)
    output.closeWriting()
    errors.closeWriting()
    guard code == 0 else {
      throw Failure(
        "git",
        code == ENOENT
          ? "it was not found on the PATH; install git, or put it there"
          : "it cannot be started: \(SystemError.words(code))")
    }
    let (text, faults) = gather(output.reading, errors.reading)
    var state: Int32 = 0
    while unsafe waitpid(process, &state, 0) < 0, errno == EINTR {}
    let signal = state & 0x7f
    return GitProcess(
      status: signal == 0 ? (state >> 8) & 0xff : 128 + signal,
      bytes: text, errors: String(decoding: faults, as: UTF8.self))
  }

  /// Runs git and takes any status but 0 for a failure.
  ///
  /// - Returns: The output without its last line break.
  /// - Throws: ``Failure`` with what git says.
  @discardableResult
  static func require(_ arguments: [String]) throws -> String {
    let run = try run(arguments)
    guard run.status == 0 else {
      let words = run.errors.split(separator: "\n").first.map(String.init) ?? "status \(run.status)"
      throw Failure("git \(arguments.first ?? "")", words)
    }
    return run.line
  }

  // MARK: Pipes

  /// A pipe that no other program inherits.
  private final class Pipe {
    let reading: Int32
    private(set) var writing: Int32

    init() throws {
      var ends: [Int32] = [-1, -1]
      guard unsafe pipe(&ends) == 0 else { throw Failure("git", SystemError.words(errno)) }
      (reading, writing) = (ends[0], ends[1])
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    func closeWriting() {
      guard writing >= 0 else { return }
      close(writing)
      writing = -1
    }

    deinit {
      closeWriting()
      close(reading)
    }
  }

  /// Reads two pipes to their ends, neither of which can fill up while the other one is read.
  private static func gather(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
    var polls = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var bytes: [[UInt8]] = [[], []]
    while polls.contains(where: { $0.fd >= 0 }) {
      if unsafe poll(&polls, nfds_t(polls.count), -1) < 0, errno != EINTR { break }
      for index in polls.indices where polls[index].fd >= 0 && polls[index].revents != 0 {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let count = unsafe read(polls[index].fd, &buffer, buffer.count)
        if count > 0 {
          bytes[index] += buffer[..<count]
        } else if count == 0 || errno != EINTR {
          // A negative descriptor is passed over by poll.
          polls[index].fd = -1
        }
      }
    }
    return (bytes[0], bytes[1])
  }
}
