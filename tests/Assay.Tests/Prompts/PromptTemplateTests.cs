using Assay.Tests.Data;

namespace Assay.Tests.Prompts;

public sealed class PromptTemplateTests
{
    private const string Fields =
        """{"inputs":"What is <b>MLflow</b> & \"co\"?","my column":"mine","n":1.10,"zero":0,"ok":true,"none":null,"list":["a",{"k":"v"}],"o":{"k":"v","deep":[1]},"a.b":"dotted","é":"accent"}""";

    [Theory]
    [InlineData("", "")]
    [InlineData("plain { text } }}", "plain { text } }}")]
    [InlineData("Q: {{inputs}} A:", "Q: What is <b>MLflow</b> & \"co\"? A:")]
    [InlineData("{{ inputs }}{{{inputs}}}", "What is <b>MLflow</b> & \"co\"?What is <b>MLflow</b> & \"co\"?")]
    [InlineData("{{[my column]}} {{[a.b]}} {{é}}", "mine dotted accent")]
    [InlineData("{{n}} {{ok}} [{{none}}]", "1.10 true []")]
    [InlineData("{{list}} {{o}}", """["a",{"k":"v"}] {"k":"v","deep":[1]}""")]
    public async Task Plain_templates(string template, string expected) => (await RenderAsync(template)).ShouldBe(expected);

    [Theory]
    [InlineData("{{! a comment }}{{inputs}}", "What is <b>MLflow</b> & \"co\"?")]
    [InlineData("{{!-- {{x}} --}}{{n}} {{ok}} [{{none}}]", "1.10 true []")]
    [InlineData("{{!}}{{list}} {{o}}", """["a",{"k":"v"}] {"k":"v","deep":[1]}""")]
    [InlineData("{{o.k}} {{o.deep}} {{this.n}}", "v [1] 1.10")]
    [InlineData("{{#if none}}yes{{else}}no {{inputs}}{{/if}}", "no What is <b>MLflow</b> & \"co\"?")]
    [InlineData("{{#if zero}}some{{else if ok}}none{{/if}}", "none")]
    [InlineData("{{#unless ok}}x{{/unless}}", "")]
    [InlineData("{{#each list}}{{@index}}:{{this}} {{/each}}", """0:a 1:{"k":"v"} """)]
    [InlineData("{{#with o}}{{k}} {{../n}} {{@root.n}}{{/with}}", "v 1.10 1.10")]
    [InlineData("{{#each list as |item|}}{{item}};{{/each}}", """a;{"k":"v"};""")]
    [InlineData("{{lookup o \"k\"}} {{lookup o (lookup o \"k\")}}", "v ")]
    [InlineData("a  {{~n~}}  b", "a1.10b")]
    [InlineData("\\{{inputs}}", "{{inputs}}")]
    [InlineData("{{#if ok}}{{[my column]}}{{/if}}", "mine")]
    public async Task The_whole_language(string template, string expected) => (await RenderAsync(template)).ShouldBe(expected);

    [Theory]
    [InlineData("Q: {{inputs", "prompt, character 4: \"{{\" is never closed; write \"}}\" behind the column's name")]
    [InlineData("{{}}", "prompt, character 1: the braces are empty; name a column between them, as in {{inputs}}")]
    [InlineData("{{!-- x }}", "prompt, character 1: the comment is never closed; write \"--}}\" behind it")]
    [InlineData("{{my column}}", "prompt, character 1: \"my\" is no helper; there are if, unless, each, with, lookup, and a column whose name has spaces is written {{[my column]}}")]
    [InlineData("{{#each list}}x", "prompt: Reached end of template before block expression '#each' was closed; correct the template")]
    [InlineData("{{#if ok}}x{{/each}}", "prompt: ")]
    [InlineData("{{/if}}", "prompt: A closing element '/if' was found without a matching open element; correct the template")]
    [InlineData("{{> secrets}}", "prompt, character 1: there are no partial templates here; write their text in its place")]
    [InlineData("{{env \"HOME\"}}", "prompt, character 1: \"env\" is no helper; there are ")]
    public void Bad_templates_say_where(string template, string message) =>
        Should.Throw<BadInputException>(() => PromptTemplate.Parse(template)).Message.ShouldStartWith(message);

    [Theory]
    [InlineData("{{a}} {{b}} {{a}}", "a b")]
    [InlineData("{{#if a}}{{b.c}}{{else}}{{d}}{{/if}}", "a b d")]
    [InlineData("{{#each a}}{{item}} {{../b}} {{#if c}}{{d}}{{/if}}{{else}}{{e}}{{/each}}{{f}}", "a b e f")]
    [InlineData("{{#with a}}{{#each b}}{{../../c}}{{../d}}{{@root.e}}{{/each}}{{/with}}", "a c e")]
    [InlineData("{{lookup a (lookup b 'c')}} {{this.d}} {{./e}} {{true}}", "a b d e")]
    [InlineData("{{#each a as |x i|}}{{x}}{{i}}{{/each}}", "a")]
    [InlineData("{{#a}}{{b}}{{/a}}{{^c}}{{/c}}", "a c")]
    public void Columns_are_those_that_belong_to_the_row(string template, string columns) =>
        string.Join(' ', PromptTemplate.Parse(template).Columns).ShouldBe(columns);

    [Theory]
    [InlineData("{{input}}", "prompt: data.csv has no column \"input\"; it has inputs, question.text; did you mean \"inputs\"?")]
    [InlineData("{{#if x}}{{inputs}}{{/if}}", "prompt: data.csv has no column \"x\"; it has inputs, question.text")]
    [InlineData("{{question.text}}", "prompt: the column \"question.text\" is written {{[question.text]}}, in brackets, because of its dot")]
    public async Task Unknown_columns_are_found_before_any_row(string template, string message)
    {
        var profile = await DatasetReading.OfText("inputs,question.text\n1,2\n").ProfileAsync();

        Should.Throw<BadInputException>(() => PromptTemplate.Parse(template).RequireColumns(profile, "data.csv")).Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("{{n}}")]
    [InlineData("{{#if n}}{{n}}{{/if}}")]
    public async Task Rendering_is_safe_on_many_threads(string text)
    {
        var template = PromptTemplate.Parse(text);
        var rows = await Dataset.From(Enumerable.Range(1, 2000).Select(n => new { n })).RowsAsync();

        rows.AsParallel().ShouldAllBe(row => template.Render(row) == row["n"]);
    }

    private static async Task<string> RenderAsync(string template) =>
        PromptTemplate.Parse(template).Render((await DatasetReading.OfText(Fields).RowsAsync()).Single());
}
