using Assay.Models;

namespace Assay.Scoring;

/// <summary>
/// A scorer as it is named on the command line: <c>NAME[:param=value,…]</c>, a value with commas in quotes (<see cref="ScorerGrammar"/>);
/// <c>exec:COMMAND</c> too.
/// </summary>
/// <param name="Name">The scorer's or the set's name.</param>
/// <param name="Parameters">Its parameters, in the order given, <c>as</c> left out.</param>
/// <param name="Alias">The value of <c>as</c>; null when it is not given.</param>
internal sealed record ScorerSpec(string Name, IReadOnlyList<KeyValuePair<string, string>> Parameters, string? Alias)
{
    /// <summary>A metric's key has 250 characters at most, and the name is only its beginning.</summary>
    private const int LongestName = 200;

    private static readonly string[] ExecParameters = ["command", "kind", "direction", "as"];

    /// <summary>The judge of a file: <c>judge:FILE.yaml</c>, where the file needs no name of a parameter.</summary>
    private const string OwnJudge = "judge";

    private const string Exec = "exec";

    /// <summary>The name in scores and metric keys: the alias, else the name followed by <c>_value</c> for each parameter.</summary>
    public string ScoreName => MetricKeys.Clean(Alias ?? string.Concat(Parameters.Select(parameter => "_" + Public(parameter.Value)).Prepend(Name)));

    /// <exception cref="BadInputException">The text is no scorer's name with parameters.</exception>
    public static ScorerSpec Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? text : text[..colon]).Trim();
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var part in colon < 0 ? [] : Parts(name, text[(colon + 1)..]))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (name == OwnJudge && equals < 0 && part.Length > 0 && parameters.Count == 0)
            {
                parameters.Add(new("file", part.Trim()));
                continue;
            }

            if (equals <= 0 || equals == part.Length - 1)
            {
                throw new BadInputException(
                    $"--scorer {text}: '{part}' is not of the form param=value; an example: token_count:encoding=gpt2");
            }

            var (key, value) = (part[..equals].Trim(), ScorerGrammar.Unquote(part[(equals + 1)..].Trim()));
            if (parameters.Exists(parameter => parameter.Key == key))
            {
                throw new BadInputException($"--scorer {text}: the parameter '{key}' is given twice; give it once");
            }

            parameters.Add(new(key, value));
        }

        var alias = parameters.Find(parameter => parameter.Key == "as").Value;
        parameters.RemoveAll(parameter => parameter.Key == "as");
        var spec = new ScorerSpec(name, parameters, alias);
        return spec.ScoreName.Length <= LongestName ? spec : throw new BadInputException(
            $"--scorer {name}: its name in metric keys would have more than {LongestName} characters; give a shorter one with as=NAME");
    }

    // Names are logged, and a command may set a key for its program.
    private string Public(string value) => Name == Exec ? SecretNames.ScrubAssignments(value) : value;

    // A command as it is given to a shell may hold anything; only one that begins like a parameter is taken for parameters.
    private static List<string> Parts(string name, string rest) =>
        name == Exec && !ExecParameters.Any(parameter => rest.StartsWith(parameter + "=", StringComparison.Ordinal))
            ? ["command=\"" + rest.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\""]
            : ScorerGrammar.Split(rest, ',');
}
