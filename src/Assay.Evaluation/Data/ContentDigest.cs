using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Data;

/// <summary>
/// The digest of a row's content: the first 128 bits of SHA-256 over its names and values in order, each as its kind, its length in UTF-8
/// (32 bits, little end first) and its UTF-8. The file's format, white space and escapes do not matter; the order of columns does.
/// </summary>
internal sealed class ContentDigest
{
    /// <summary>Bytes of a digest.</summary>
    public const int Size = 16;

    private readonly ArrayBufferWriter<byte> _content = new(1024);

    /// <summary>The digest of a row.</summary>
    public UInt128 Compute(string[] columns, FieldValue[] values)
    {
        _content.ResetWrittenCount();
        for (var i = 0; i < columns.Length; i++)
        {
            Append((byte)'c', columns[i]);
            var value = values[i];
            Append((byte)(value.IsNull ? 'n' : value.IsText ? 't' : 'j'), value.Text ?? "");
        }

        return Hash();
    }

    /// <summary>The digest of a text alone.</summary>
    public UInt128 Compute(string text)
    {
        _content.ResetWrittenCount();
        Append((byte)'t', text);
        return Hash();
    }

    /// <summary>The digest as people see it: 32 hexadecimal digits.</summary>
    public static string ToText(UInt128 digest)
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, digest);
        return Convert.ToHexStringLower(bytes);
    }

    private UInt128 Hash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_content.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private void Append(byte kind, string text)
    {
        var most = text.Length < 64 * 1024 ? Encoding.UTF8.GetMaxByteCount(text.Length) : Encoding.UTF8.GetByteCount(text);
        var target = _content.GetSpan(5 + most);
        var length = Encoding.UTF8.GetBytes(text, target[5..]);
        target[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(target[1..], length);
        _content.Advance(5 + length);
    }
}
