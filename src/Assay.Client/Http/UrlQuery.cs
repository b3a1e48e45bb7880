using System.Globalization;
using System.Text;

namespace Assay.Client.Http;

/// <summary>Puts parameters behind a path; those that are null are left out.</summary>
internal sealed class UrlQuery(string path)
{
    private readonly StringBuilder _url = new(path);
    private char _before = '?';

    public UrlQuery Add(string name, string? value)
    {
        if (value is not null)
        {
            _url.Append(_before).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _before = '&';
        }

        return this;
    }

    public UrlQuery Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public UrlQuery Add(string name, bool? value) => Add(name, value is null ? null : value.Value ? "true" : "false");

    public UrlQuery Add(string name, IEnumerable<string> values) => values.Aggregate(this, (query, value) => query.Add(name, value));

    public override string ToString() => _url.ToString();
}
