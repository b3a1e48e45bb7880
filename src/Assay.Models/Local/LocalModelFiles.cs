using Assay.Formats;
using Assay.Naming;

namespace Assay.Models.Local;

/// <summary>Finds and reads a local model's two files.</summary>
internal static class LocalModelFiles
{
    /// <summary>The model that is built in: 260,000 weights, trained on stories for children.</summary>
    public const string BuiltIn = "stories260K";

    // Its million bytes are read once, whoever asks.
    private static readonly Lazy<LocalModel> Stories = new(() =>
    {
        using var weights = Resource("stories260K.bin");
        using var tokens = Resource("tok512.bin");
        return Read("local:" + BuiltIn, weights, "stories260K.bin", tokens, "tok512.bin");
    });

    public static LocalModel Open(string target)
    {
        if (target == BuiltIn)
        {
            return Stories.Value;
        }

        var (model, tokenizer) = Split(target);
        using var weights = OpenFile(model, target);
        var shape = ShapeOf(weights, model);
        using var tokens = OpenFile(tokenizer ?? Beside(model, shape.Vocabulary), target);
        return Read("local:" + target, weights, model, tokens, tokens.Name);
    }

    // A path may hold an @ of its own.
    private static (string Model, string? Tokenizer) Split(string target)
    {
        var at = target.LastIndexOf('@');
        return at <= 0 || at == target.Length - 1 || File.Exists(target) ? (target, null) : (target[..at], target[(at + 1)..]);
    }

    private static CheckpointShape ShapeOf(Stream weights, string model)
    {
        Span<byte> header = stackalloc byte[CheckpointShape.HeaderBytes];
        var length = weights.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        weights.Position = 0;
        return length == header.Length ? CheckpointShape.Read(header, model)
            : throw new BadInputException($"{model} is no llama2.c checkpoint: it has {weights.Length} bytes, less than a header");
    }

    private static string Beside(string model, int vocabulary)
    {
        var folder = Path.GetDirectoryName(model) ?? "";
        string[] usual = [$"tok{vocabulary}.bin", "tokenizer.bin"];
        return usual.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists) ?? throw new BadInputException(
            $"{model} has no tokenizer beside it: put {usual[0]} or {usual[1]} into its folder, or name one with local:{model}@TOKENIZER.bin");
    }

    private static FileStream OpenFile(string path, string target)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            var meant = NameSuggestion.Nearest(target, [BuiltIn]) is null ? "" : $"; did you mean local:{BuiltIn}?";
            throw new BadInputException($"model 'local:{OneLine.Of(target)}': there is no file {OneLine.Of(path)}{meant}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new BadInputException($"model 'local:{OneLine.Of(target)}': {OneLine.Of(exception.Message)}", exception);
        }
    }

    private static LocalModel Read(string name, Stream weights, string model, Stream tokens, string tokenizer)
    {
        const int longest = 64 << 20;
        var checkpoint = Checkpoint.Read(weights, model);
        if (tokens.Length > longest)
        {
            throw new BadInputException($"{tokenizer} has {tokens.Length} bytes: it is no tokenizer of llama2.c");
        }

        var data = new byte[tokens.Length];
        tokens.ReadExactly(data);
        return new LocalModel(name, checkpoint, TokenVocabulary.Read(data, checkpoint.Shape.Vocabulary, tokenizer));
    }

    private static Stream Resource(string name) => typeof(LocalModelFiles).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly has no embedded file {name}.");
}
