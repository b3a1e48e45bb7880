using System.Buffers;
using System.Text.Json;
using Assay.Evaluations;
using Assay.Wire;

namespace Assay.Client.Evaluations;

/// <summary>Writes rows into the bodies of requests, none much larger than 8 MB: servers take 32 MB.</summary>
internal sealed class RowBatches
{
    private const int MostBytes = 8 << 20;

    private ArrayBufferWriter<byte> _body = new();

    private bool IsEmpty => _body.WrittenCount == 0;

    /// <summary>Adds a row; gives the body before it when it has become full.</summary>
    public ReadOnlyMemory<byte>? Add(EvaluationRow row)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(row.ToMessage(), AssayJson.Default.EvaluationRowMessage);
        ReadOnlyMemory<byte>? full = null;
        if (!IsEmpty && _body.WrittenCount + json.Length > MostBytes)
        {
            full = Rest();
            _body = new();
        }

        _body.Write(IsEmpty ? """{"rows":["""u8 : ","u8);
        _body.Write(json);
        return full;
    }

    /// <summary>What was added since the last full body.</summary>
    public ReadOnlyMemory<byte> Rest()
    {
        _body.Write(IsEmpty ? """{"rows":[]}"""u8 : "]}"u8);
        return _body.WrittenMemory;
    }
}
