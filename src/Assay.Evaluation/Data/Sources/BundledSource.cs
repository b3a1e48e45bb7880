using Assay.Naming;

namespace Assay.Data.Sources;

/// <summary>Rows of a sample that is part of this assembly.</summary>
internal sealed class BundledSource : StreamSource
{
    public const string Prefix = "sample:";

    private readonly string _name;

    /// <summary>Throws <see cref="BadInputException"/> when there is no sample of that name.</summary>
    public BundledSource(string name)
        : base(DataFormat.JsonLines)
    {
        var names = BundledSample.All.Select(sample => sample.Name).ToList();
        _name = names.Contains(name) ? name : throw new BadInputException(
            $"{Prefix}{name}: there is no such sample; there are {string.Join(", ", names)}{NameSuggestion.Ending(name, names)}");
    }

    public override string Name => Prefix + _name;

    public override string SourceType => "sample";

    public override string Source => Prefix + _name;

    protected override ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var plain = EmbeddedData.Read($"samples/{_name}.bin");
        return new(new MemoryStream(plain.Array!, plain.Offset, plain.Count, writable: false));
    }
}
