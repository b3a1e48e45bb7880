using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Assay.Data;

/// <summary>The digest of a data set: the first 128 bits of SHA-256 over its rows' digests (big end first) in order.</summary>
internal sealed class DatasetDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _pending = new byte[ContentDigest.Size * 256];
    private int _length;

    public void Add(UInt128 row)
    {
        BinaryPrimitives.WriteUInt128BigEndian(_pending.AsSpan(_length), row);
        _length += ContentDigest.Size;
        if (_length == _pending.Length)
        {
            _hash.AppendData(_pending);
            _length = 0;
        }
    }

    /// <summary>The digest of all rows added: 32 hexadecimal digits.</summary>
    public string Finish()
    {
        _hash.AppendData(_pending, 0, _length);
        return Convert.ToHexStringLower(_hash.GetHashAndReset().AsSpan(0, ContentDigest.Size));
    }

    public void Dispose() => _hash.Dispose();
}
