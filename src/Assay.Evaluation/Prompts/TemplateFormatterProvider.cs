using System.Diagnostics.CodeAnalysis;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace Assay.Prompts;

/// <summary>Writes objects, lists and truth values as JSON does.</summary>
internal sealed class TemplateFormatterProvider : IFormatterProvider
{
    private static readonly JsonFormatter Formatter = new();

    public bool TryCreateFormatter(Type type, [MaybeNullWhen(false)] out IFormatter formatter)
    {
        formatter = type == typeof(TemplateObject) || type == typeof(TemplateList) || type == typeof(bool) ? Formatter : null;
        return formatter is not null;
    }

    private sealed class JsonFormatter : IFormatter
    {
        public void Format<T>(T value, in EncodedTextWriter writer) =>
            writer.Write(value is bool truth ? (truth ? "true" : "false") : value?.ToString(), false);
    }
}
