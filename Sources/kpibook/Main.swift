internal import ArgumentParser
internal import Glibc

/// Runs the command and turns what went wrong into one line and an exit status.
@main
enum Main {
  static func main() {
    StandardStreams.prepare()
    var running: (any ParsableCommand.Type)?
    do {
      try CommandWords.check(CommandLine.arguments.dropFirst())
      var command = try command()
      running = type(of: command)
      try command.run()
    } catch let status as ExitStatus {
      exit(status.rawValue)
    } catch let failure as Failure {
      Terminal.error(failure.line)
      exit(ExitStatus.failed.rawValue)
    } catch let error as ValidationError {
      // Found while the command ran; the parser would tell the usage of the tool as a whole.
      CommandWords.end(error.message, of: running)
    } catch {
      // Help, the version and wrong usage are the argument parser's to tell; it says `.failure` of
      // every error that is not its own.
      guard KPIBook.exitCode(for: error) == .failure else { KPIBook.exit(withError: error) }
      Terminal.error(Failure.line(for: error))
      exit(ExitStatus.failed.rawValue)
    }
    exit(ExitStatus.done.rawValue)
  }

  /// The command the arguments ask for.
  ///
  /// When the first word is a command's own name, its options are read without those of all the
  /// others, which takes half the time. Whatever is no plain call of it (help, wrong usage, the
  /// version) is told by the whole tool's parser.
  private static func command() throws -> any ParsableCommand {
    let words = CommandLine.arguments.dropFirst()
    if let name = words.first,
      let direct = KPIBook.subcommands.first(where: { $0._commandName == name }),
      direct.configuration.subcommands.isEmpty,
      let command = try? direct.parseAsRoot(Array(words.dropFirst())), type(of: command) == direct
    {
      return command
    }
    return try KPIBook.parseAsRoot()
  }
}
