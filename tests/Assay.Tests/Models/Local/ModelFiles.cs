using Assay.Models.Local;

namespace Assay.Tests.Models.Local;

/// <summary>A folder with the built-in model's files, to be damaged.</summary>
internal sealed class ModelFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assay-local-");

    public ModelFiles(byte[]? model = null, byte[]? tokenizer = null, string tokenizerName = "tok512.bin")
    {
        File.WriteAllBytes(Model, model ?? Weights);
        File.WriteAllBytes(Path.Combine(_folder.FullName, tokenizerName), tokenizer ?? Tokenizer);
    }

    public static byte[] Weights => Resource("stories260K.bin");

    public static byte[] Tokenizer => Resource("tok512.bin");

    public string Model => Path.Combine(_folder.FullName, "model.bin");

    public string Beside(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);

    private static byte[] Resource(string name)
    {
        using var stream = typeof(LocalModel).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
