using Assay.Data;

namespace Assay.Labels;

/// <summary>Finds the label in an answer. Holds no state; safe for concurrent use.</summary>
internal interface ILabelReader
{
    /// <summary>The label of an answer that is there.</summary>
    LabelReading Read(FieldValue answer);
}
