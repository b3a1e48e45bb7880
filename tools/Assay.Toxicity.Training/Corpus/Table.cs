using System.Globalization;
using System.Text;

namespace Assay.Toxicity.Training.Corpus;

/// <summary>Rows of a delimited text by column name. Commas go with quotation marks around fields, tabs without.</summary>
internal static class Table
{
    public static IEnumerable<Func<string, string>> Rows(string text, char delimiter = ',')
    {
        Dictionary<string, int>? columns = null;
        foreach (var fields in Records(text.TrimStart('\ufeff'), delimiter))
        {
            if (columns is null)
            {
                columns = fields.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
                continue;
            }

            var header = columns;
            yield return column => header.TryGetValue(column, out var index) && index < fields.Count ? fields[index] : "";
        }
    }

    public static float Number(string field) => float.Parse(field, CultureInfo.InvariantCulture);

    private static IEnumerable<List<string>> Records(string text, char delimiter)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && delimiter == ',')
            {
                // Two marks within a quoted field are one.
                if (quoted && i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[i++]);
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (quoted || (c != delimiter && c is not ('\n' or '\r')))
            {
                field.Append(c);
            }
            else if (c != '\r')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return fields;
                    fields = [];
                }
            }
        }

        if (field.Length > 0 || fields.Count > 0)
        {
            fields.Add(field.ToString());
            yield return fields;
        }
    }
}
