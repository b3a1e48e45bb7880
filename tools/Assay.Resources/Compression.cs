using System.IO.Compression;

namespace Assay.Resources;

internal static class Compression
{
    public static byte[] Brotli(byte[] plain)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var written, quality: 11, window: 22)
            ? packed[..written]
            : throw new InvalidOperationException("Brotli could not compress the table.");
    }
}
