using System.IO.Compression;
using System.Text;

namespace Assay.Tests.Data;

/// <summary>Gzipped files for tests.</summary>
internal static class GzipText
{
    public static string WriteGzip(this TemporaryFolder folder, string name, string content) => folder.Write(name, Gzip(Encoding.UTF8.GetBytes(content)));

    public static byte[] Gzip(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }
}
