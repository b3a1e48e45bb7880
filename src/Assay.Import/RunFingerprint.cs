using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assay.Tracking;

namespace Assay.Import;

/// <summary>A digest of what a run is and holds, by which a later import sees whether it has changed at the source.</summary>
internal sealed class RunFingerprint : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public static string Of(Run run)
    {
        using var print = new RunFingerprint();
        print.Add(run);
        return print.Text();
    }

    public void Add(Run run)
    {
        Add(run.RunId, run.RunName, run.UserId, Number((int)run.Status), Number(run.StartTime), Number(run.EndTime ?? -1), Number((int)run.LifecycleStage));
        foreach (var metric in run.Metrics)
        {
            Add("m", metric.Key, Number(BitConverter.DoubleToInt64Bits(metric.Value)), Number(metric.Timestamp), Number(metric.Step));
        }

        foreach (var param in run.Params)
        {
            Add("p", param.Key, param.Value);
        }

        foreach (var tag in run.Tags)
        {
            Add("t", tag.Key, tag.Value);
        }

        foreach (var (dataset, tags) in run.Inputs)
        {
            Add("i", dataset.Name, dataset.Digest);
            Add([.. tags.SelectMany(tag => (string[])[tag.Key, tag.Value])]);
        }

        Add([.. run.ModelInputs.Select(id => "<" + id), .. run.ModelOutputs.Select(output => ">" + output.ModelId + Number(output.Step))]);
    }

    /// <summary>Adds texts; each is as long as it says, so that no two lists are alike.</summary>
    public void Add(params ReadOnlySpan<string> texts)
    {
        Span<byte> length = stackalloc byte[4];
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            _hash.AppendData(length);
            _hash.AppendData(bytes);
        }
    }

    public string Text() => Convert.ToHexStringLower(_hash.GetHashAndReset().AsSpan(0, 16));

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => _hash.Dispose();
}
