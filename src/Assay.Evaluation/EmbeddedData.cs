using System.IO.Compression;

namespace Assay;

/// <summary>Reads the tables that are embedded in this assembly, Brotli-compressed.</summary>
internal static class EmbeddedData
{
    public static ArraySegment<byte> Read(string name)
    {
        using var packed = typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no embedded table {name}.");
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        var plain = new MemoryStream(capacity: (int)packed.Length * 3);
        brotli.CopyTo(plain);
        return new ArraySegment<byte>(plain.GetBuffer(), 0, (int)plain.Length);
    }
}
