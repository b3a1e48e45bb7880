namespace Assay.Data;

/// <summary>Tells a format by a file's name or by its first bytes.</summary>
internal static class FormatSniffer
{
    /// <summary>The extensions, for messages.</summary>
    public const string Extensions = ".csv, .tsv, .json, .jsonl or .ndjson (.gz may follow)";

    /// <summary>The format that a file's name says; null when it says none.</summary>
    public static DataFormat? FromName(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".csv" => DataFormat.Csv,
            ".tsv" => DataFormat.Tsv,
            ".json" => DataFormat.Json,
            ".jsonl" or ".ndjson" => DataFormat.JsonLines,
            _ => null,
        };
    }

    /// <summary>The format that the first bytes show.</summary>
    public static DataFormat Sniff(ReadOnlySpan<byte> bytes)
    {
        bytes = SkipSpace(bytes);
        if (bytes.IsEmpty || bytes[0] is not ((byte)'{' or (byte)'['))
        {
            return DataFormat.Csv;
        }

        return bytes[0] == '[' || IsTable(bytes) ? DataFormat.Json : DataFormat.JsonLines;
    }

    /// <summary>Whether an object begins as <c>{"columns": [</c>, <c>{"index": [</c> or <c>{"data": [[</c>, as tables do.</summary>
    private static bool IsTable(ReadOnlySpan<byte> bytes)
    {
        bytes = SkipSpace(bytes[1..]);
        return Begins(bytes, "\"columns\""u8, out var value) && value is [(byte)'[', ..]
            || Begins(bytes, "\"index\""u8, out value) && value is [(byte)'[', ..]
            || Begins(bytes, "\"data\""u8, out value) && value is [(byte)'[', ..] && SkipSpace(value[1..]) is [(byte)'[', ..];
    }

    private static bool Begins(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = [];
        if (!bytes.StartsWith(name) || SkipSpace(bytes[name.Length..]) is not [(byte)':', .. var rest])
        {
            return false;
        }

        value = SkipSpace(rest);
        return true;
    }

    private static ReadOnlySpan<byte> SkipSpace(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8);
}
