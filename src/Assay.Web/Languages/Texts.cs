using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Assay.Web.Languages;

/// <summary>
/// The texts of one language, from its folder of resource files: a key is the file's name, a dot and the text's name (<c>home.title</c>). Holes
/// are numbered (<c>{0}</c>). A text that depends on a number has a form for one and for any other.
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, PluralText> _texts;
    private readonly bool _zeroIsOne;

    private Texts(FrozenDictionary<string, PluralText> texts, bool zeroIsOne) => (_texts, _zeroIsOne) = (texts, zeroIsOne);

    /// <summary>All keys.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The text of a key.</summary>
    public string this[string key] => Find(key).Other;

    /// <summary>The text of a key with its holes filled.</summary>
    public string this[string key, params ReadOnlySpan<object?> holes] => string.Format(CultureInfo.InvariantCulture, Find(key).Other, holes);

    /// <summary>The form for a count; its hole 0 is the count, formatted, the others follow.</summary>
    public string Count(string key, long count, string formatted, params ReadOnlySpan<object?> holes)
    {
        var text = Find(key);
        object?[] all = [formatted, .. holes];
        return string.Format(CultureInfo.InvariantCulture, count == 1 || (count == 0 && _zeroIsOne) ? text.One : text.Other, all);
    }

    /// <summary>Whether there is such a text.</summary>
    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>Reads the resource files of a language.</summary>
    internal static Texts Load(string tag)
    {
        var texts = new Dictionary<string, PluralText>(StringComparer.Ordinal);
        var assembly = typeof(Texts).Assembly;
        var folder = $"languages/{tag}/";
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var file = JsonDocument.Parse(assembly.GetManifestResourceStream(name)!);
            foreach (var text in file.RootElement.EnumerateObject())
            {
                texts.Add($"{name[folder.Length..]}.{text.Name}", PluralText.Read(text.Value, tag == "fr" ? FrenchSpaces.Bind : text => text));
            }
        }

        // No run, in French and Portuguese as in Brazil, is one as to grammar.
        return new Texts(texts.ToFrozenDictionary(StringComparer.Ordinal), zeroIsOne: tag != "en");
    }

    private PluralText Find(string key) =>
        _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"There is no text '{key}' in the resource files of the pages.");

    private readonly record struct PluralText(string One, string Other)
    {
        public static PluralText Read(JsonElement text, Func<string, string> set)
        {
            if (text.ValueKind == JsonValueKind.String)
            {
                var only = set(text.GetString()!);
                return new PluralText(only, only);
            }

            return new PluralText(set(text.GetProperty("one").GetString()!), set(text.GetProperty("other").GetString()!));
        }
    }
}
