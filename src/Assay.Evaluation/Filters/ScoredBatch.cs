using System.Buffers;

namespace Assay.Filters;

/// <summary>The scored lines of a batch.</summary>
/// <param name="Output">What is written.</param>
/// <param name="Scored">How many lines have scores.</param>
/// <param name="Errors">How many are error records.</param>
/// <param name="Failure">Why the filter ends behind them; null when it goes on.</param>
internal sealed record ScoredBatch(ArrayBufferWriter<byte> Output, int Scored, int Errors, Exception? Failure);
