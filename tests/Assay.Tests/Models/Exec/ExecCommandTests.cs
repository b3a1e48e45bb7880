using Assay.Models;

namespace Assay.Tests.Models.Exec;

public sealed class ExecCommandTests
{
    [Theory]
    [InlineData("python3 score.py", "command -v python3 >/dev/null 2>&1 || exit 127; python3 score.py")]
    [InlineData(" cat|sort", "command -v cat >/dev/null 2>&1 || exit 127;  cat|sort")]
    [InlineData("./score.sh", "[ -e ./score.sh ] || exit 127; ./score.sh")]
    [InlineData("N=1 run", "N=1 run")]
    [InlineData("\"my program\"", "\"my program\"")]
    [InlineData("$RUN x", "$RUN x")]
    [InlineData("(cat)", "(cat)")]
    [InlineData("f() { cat; }; f", "f() { cat; }; f")]
    [InlineData("-x", "-x")]
    [InlineData("", "")]
    public void Guarded_AsksForTheCommand_WhereItIsAPlainName(string command, string guarded) => ExecCommand.Guarded(command).ShouldBe(guarded);

    [Fact]
    public void Ended_WithTheShellsOwnCode_SaysThatNothingWasFound()
    {
        ExecCommand.Ended(127).ShouldContain("found no such command");
        ExecCommand.Ended(3).ShouldBe("the program ended with exit code 3");
    }
}
