using Assay.Formats;
using Assay.Scoring;

namespace Assay.Server.Scoring;

/// <summary>
/// The scorers that a request names. None may call a service: a caller could have the server send its own key to an address of the caller's,
/// or ask what only the server can reach. The messages are those of the command line, with the place in the request for the option's name.
/// </summary>
internal static class RequestedScorers
{
    private const string Option = "--scorer";

    public static IReadOnlyList<IScorer> Create(IReadOnlyList<string> specifications)
    {
        var scorers = new List<IScorer>();
        for (var i = 0; i < specifications.Count; i++)
        {
            try
            {
                scorers.AddRange(Scorers.OfRecorded([specifications[i]], mayCallServices: false));
            }
            catch (BadInputException wrong)
            {
                throw Refused(wrong, $"scorers[{i}]:");
            }
        }

        try
        {
            return ScorerNames.Distinct(scorers);
        }
        catch (BadInputException wrong)
        {
            throw Refused(wrong, "scorers");
        }
    }

    private static AssayException Refused(BadInputException wrong, string place) => new(
        ErrorCode.InvalidParameterValue,
        OneLine.Of(
            wrong.Message.StartsWith(Option, StringComparison.Ordinal) ? place + wrong.Message[Option.Length..] : $"{place} {wrong.Message}",
            ScoreLimits.Message),
        wrong);
}
