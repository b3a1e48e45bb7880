using Assay.Data;

namespace Assay.Labels;

/// <summary>The answer is the label, white space around it apart.</summary>
internal sealed class WholeLabelReader(LabelNames names) : ILabelReader
{
    public LabelReading Read(FieldValue answer) =>
        string.IsNullOrWhiteSpace(answer.Text) ? LabelReading.None(LabelReading.NoLabel)
        : names.Of(answer) is { } label ? new(label)
        : LabelReading.None(names.Unknown("the answer", answer));
}
