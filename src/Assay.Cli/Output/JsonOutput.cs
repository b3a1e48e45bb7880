using System.Text.Json;
using Assay.Formats;

namespace Assay.Cli.Output;

/// <summary>One JSON value on standard output, for programs to read.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JsonText.Readable };

    public static void Write(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            write(json);
        }

        output.Write("\n"u8);
    }
}
