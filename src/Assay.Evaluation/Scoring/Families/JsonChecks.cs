using Assay.Checks;
using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>Checks of answers that are to be JSON.</summary>
internal static class JsonChecks
{
    public static CheckScorer Valid(ScorerParameters given)
    {
        var fenced = given.Flag("fenced");
        return new CheckScorer(CheckScorer.PassFail(given.Name, "1 when the output is JSON, else 0."), sample => Check(sample, fenced, null));
    }

    public static CheckScorer Schema(ScorerParameters given)
    {
        var fenced = given.Flag("fenced");
        var text = given.Required("schema", "json_schema:schema=answer.schema.json");
        var schema = Read(given, text);
        return new CheckScorer(CheckScorer.PassFail(given.Name, "1 when the output is JSON that its schema allows, else 0."), sample => Check(sample, fenced, schema));
    }

    private static Score Check(Sample sample, bool fenced, JsonSchema? schema)
    {
        if (sample.Output.IsNull) return Score.None(MissingOutput.Reason(sample));
        using var document = AnswerJson.Parse(sample.Output.Text!, fenced && sample.Output.IsText, out var fault);
        if (document is null) return CheckScorer.Fail(fault);
        try
        {
            return schema?.FirstFault(document.RootElement) is { } broken ? CheckScorer.Fail(broken) : CheckScorer.Pass();
        }
        catch (System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return Score.None("a pattern of the schema took more than a second");
        }
        catch (InvalidOperationException)
        {
            return Score.None("the JSON holds half a character, which has no text to check");
        }
    }

    // A schema may stand in the specification itself, when it begins like an object.
    private static JsonSchema Read(ScorerParameters given, string text)
    {
        var isInline = text.StartsWith('{');
        if (!isInline) given.RequireOwnMachine("reading a schema's file");
        try
        {
            return JsonSchema.Parse(isInline ? text : File.ReadAllText(text));
        }
        catch (FormatException exception)
        {
            throw new BadInputException($"--scorer {given.Name}: {(isInline ? "schema" : text)}: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--scorer {given.Name}: the schema {text} cannot be read ({exception.Message}); give the path of a file");
        }
    }
}
