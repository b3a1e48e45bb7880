using Assay.Data;

namespace Assay.Labels;

/// <summary>A field of the answer's JSON.</summary>
internal sealed class JsonLabelReader(string path, LabelNames names) : ILabelReader
{
    public LabelReading Read(FieldValue answer)
    {
        var (value, reason) = JsonAnswer.Field(answer, path);
        return reason is not null ? LabelReading.None(reason)
            : string.IsNullOrWhiteSpace(value.Text) ? LabelReading.None(LabelReading.NoLabel)
            : names.Of(value) is { } label ? new(label)
            : LabelReading.None(names.Unknown("the answer's", value));
    }
}
