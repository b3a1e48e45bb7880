using HandlebarsDotNet;

namespace Assay.Prompts;

/// <summary>
/// A template that needs the whole language: conditions, loops, paths. Text goes out as it is, without HTML escaping. Its own built-in
/// helpers are all there are: nothing in a template reads files or the environment. Starting it costs a tenth of a second, so plain
/// templates do without.
/// </summary>
internal sealed class HandlebarsBody
{
    private static readonly Lock Compiling = new();
    private static readonly Lazy<IHandlebars> Language = new(() =>
    {
        var configuration = new HandlebarsConfiguration { NoEscape = true };
        configuration.FormatterProviders.Add(new TemplateFormatterProvider());
        return Handlebars.Create(configuration);
    });

    private readonly HandlebarsTemplate<object, object> _compiled;

    /// <summary>Compiles the template. Throws <see cref="BadInputException"/>.</summary>
    public HandlebarsBody(string template, string name)
    {
        try
        {
            lock (Compiling)
            {
                _compiled = Language.Value.Compile(template);
            }
        }
        catch (HandlebarsException error)
        {
            throw new BadInputException($"{name}: {error.Message.Split('\n')[0].Trim().TrimEnd('.')}; correct the template", error);
        }
    }

    /// <summary>The text for a row.</summary>
    public string Render(Row row)
    {
        try
        {
            return _compiled(TemplateObject.Of(row));
        }
        catch (HandlebarsException error)
        {
            throw new BadInputException(
                $"row {row.Index + 1} (id {row.Id}): {error.Message.Split('\n')[0].Trim().TrimEnd('.')}; correct the template", error);
        }
    }
}
