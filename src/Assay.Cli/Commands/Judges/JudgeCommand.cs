using System.CommandLine;

namespace Assay.Cli.Commands.Judges;

/// <summary><c>assay judge</c>: what is done with judges beside an evaluation.</summary>
internal static class JudgeCommand
{
    public static Command Create() => new("judge", "Hold judges against people, against attempts to steer them, or put two runs before one.")
    {
        JudgeCalibrateCommand.Create(),
        JudgePairwiseCommand.Create(),
        JudgeInjectionsCommand.Create(),
    };
}
