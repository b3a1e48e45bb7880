namespace Assay.Prompts;

/// <summary>A list as templates see it: its items, and itself as JSON.</summary>
internal sealed class TemplateList(string json, IEnumerable<object?> items) : List<object?>(items)
{
    public override string ToString() => json;
}
