using System.Text.Json.Nodes;
using Assay.Data.Sources;

namespace Assay.Data.Selection;

/// <summary>Rows of another source after one step. It goes by the other's name.</summary>
internal abstract class DerivedSource(RowSource inner, DatasetStep step) : RowSource
{
    public override string Name => inner.Name;

    public override string SourceType => inner.SourceType;

    public override string Source => inner.Source;

    public override bool CanReadAgain => inner.CanReadAgain;

    public override IReadOnlyList<DatasetStep> Steps => [.. inner.Steps, step];

    public override JsonObject Origin => inner.Origin;

    public override IEnumerable<string> Warnings => inner.Warnings;

    public override string Title => inner.Title;

    public override string Stamp => inner.Stamp;

    public override string Unit => inner.Unit;

    protected RowSource Inner => inner;
}
