internal import ArgumentParser
internal import Glibc

/// Runs the command and turns what went wrong into one line and an exit status.
@main
enum Main {
  static func main() {
    StandardStreams.prepare()
    do {
      var command = try KPIBook.parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      exit(status.rawValue)
    } catch let failure as Failure {
      Terminal.error(failure.line)
      exit(ExitStatus.failed.rawValue)
    } catch {
      // Help, the version and wrong usage are the argument parser's to tell; it says `.failure` of
      // every error that is not its own.
      guard KPIBook.exitCode(for: error) == .failure else { KPIBook.exit(withError: error) }
      Terminal.error(Failure.line(for: error))
      exit(ExitStatus.failed.rawValue)
    }
    exit(ExitStatus.done.rawValue)
  }
}
