using System.Buffers.Binary;

namespace Assay.Resources;

/// <summary>Packs a rank file as: token count (int32), the length of each token in rank order (a byte each), the tokens' bytes.</summary>
internal static class TokenRanksSource
{
    public static byte[] Pack(IEnumerable<string> lines)
    {
        var tokens = new List<byte[]>();
        foreach (var line in lines)
        {
            if (line.Length == 0) continue;
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (int.Parse(line.AsSpan(space + 1), provider: null) != tokens.Count)
                throw new InvalidDataException($"rank {line[(space + 1)..]} stands where {tokens.Count} is due");
            tokens.Add(Convert.FromBase64String(line[..space]));
        }

        var packed = new MemoryStream();
        Span<byte> count = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(count, tokens.Count);
        packed.Write(count);
        foreach (var token in tokens) packed.WriteByte(checked((byte)token.Length));
        foreach (var token in tokens) packed.Write(token);
        return packed.ToArray();
    }
}
