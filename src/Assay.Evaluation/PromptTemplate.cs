using System.Text;
using Assay.Data;
using Assay.Prompts;

namespace Assay;

/// <summary>
/// A text with columns in double braces, <c>{{inputs}}</c>, filled per row: text as it is, other values as JSON, nothing for no value. A
/// column whose name has spaces is written <c>{{[my column]}}</c>. Conditions, loops and paths are those of Handlebars. Safe for concurrent
/// use.
/// </summary>
public sealed class PromptTemplate
{
    private readonly IReadOnlyList<ColumnReference> _references;
    private readonly Func<Row, string> _render;

    private PromptTemplate(string text, string name, IReadOnlyList<ColumnReference> references, Func<Row, string> render)
    {
        (Text, Name, _references, _render) = (text, name, references, render);
        Columns = [.. references.Select(reference => reference.Column).Distinct()];
    }

    /// <summary>The template as it was written.</summary>
    public string Text { get; }

    /// <summary>How messages call it: <c>--prompt</c>.</summary>
    public string Name { get; }

    /// <summary>The columns that it names.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Reads a template. Throws <see cref="BadInputException"/> with the place of what is wrong.</summary>
    /// <param name="text">The template.</param>
    /// <param name="name">How messages call it.</param>
    public static PromptTemplate Parse(string text, string name = "prompt")
    {
        ArgumentNullException.ThrowIfNull(text);
        var scanner = new TemplateScanner(text, name);
        var pieces = scanner.Scan();
        if (pieces.All(IsPlain))
        {
            (string Text, string? Column)[] parts =
                [.. pieces.Select(piece => (piece.Content, piece.Kind == TemplatePieceKind.Tag ? TemplatePath.PlainColumn(piece.Content) : null))];
            var named = parts.Where(part => part.Column is not null).Select(part => new ColumnReference(part.Column!, part.Text));
            return new PromptTemplate(text, name, [.. named], row => RenderPlain(parts, row));
        }

        var columns = new TemplateColumns(scanner).Find(pieces);
        return new PromptTemplate(text, name, columns, new HandlebarsBody(text, name).Render);
    }

    /// <summary>The text for a row.</summary>
    public string Render(Row row) => _render(row);

    /// <summary>Throws <see cref="BadInputException"/> when the template names a column that no row has.</summary>
    /// <param name="profile">What the data set holds.</param>
    /// <param name="dataset">The data set's name, for the message.</param>
    public void RequireColumns(DatasetProfile profile, string dataset)
    {
        foreach (var reference in _references)
        {
            if (reference.Column != reference.Written && !profile.Columns.Contains(reference.Column) && profile.Columns.Contains(reference.Written))
            {
                throw new BadInputException(
                    $"{Name}: the column \"{reference.Written}\" is written {{{{[{reference.Written}]}}}}, in brackets, because of its dot");
            }

            profile.RequireColumn(reference.Column, dataset, Name);
        }
    }

    private static bool IsPlain(TemplatePiece piece) =>
        piece.Kind == TemplatePieceKind.Text || piece.Kind == TemplatePieceKind.Tag && TemplatePath.PlainColumn(piece.Content) is not null;

    private static string RenderPlain((string Text, string? Column)[] parts, Row row)
    {
        var prompt = new StringBuilder();
        foreach (var (text, column) in parts)
        {
            prompt.Append(column is null ? text : row[column]);
        }

        return prompt.ToString();
    }
}
