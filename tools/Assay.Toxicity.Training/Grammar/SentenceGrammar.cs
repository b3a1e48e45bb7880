using System.Globalization;
using System.Text;
using Assay.Toxicity.Training.Learning;

namespace Assay.Toxicity.Training.Grammar;

/// <summary>
/// A grammar of sentences, read from a text file. <c>name = a | b {slot} | {?maybe} c</c>, continued on indented lines;
/// a rule <c>name [hate=1 any=0 weight=2] = …</c> is a kind of sentence with labels (a label left out is not known). <c>#</c> begins a comment.
/// </summary>
internal sealed class SentenceGrammar
{
    private readonly Dictionary<string, List<string>> rules = [];
    private readonly List<SentenceKind> kinds = [];

    private SentenceGrammar()
    {
    }

    public IReadOnlyList<SentenceKind> Kinds => kinds;

    public static SentenceGrammar Parse(string text, string name)
    {
        var grammar = new SentenceGrammar();
        List<string>? current = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            if (raw.StartsWith('#') || string.IsNullOrWhiteSpace(raw))
            {
                continue;
            }

            var body = raw;
            if (!char.IsWhiteSpace(raw[0]))
            {
                var equals = raw.IndexOf(" = ", StringComparison.Ordinal);
                if (equals < 0)
                {
                    throw new InvalidDataException($"{name} line {number}: a rule is written 'name = alternative | alternative'.");
                }

                current = grammar.Open(raw[..equals]);
                body = raw[(equals + 3)..];
            }

            current!.AddRange(body.Split(" | ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim('|', ' ')).Where(part => part.Length > 0));
        }

        grammar.CheckSlots(name);
        return grammar;
    }

    /// <summary>The alternatives of a kind of sentence; each is one template.</summary>
    public IReadOnlyList<string> Templates(SentenceKind kind) => rules[kind.Name];

    /// <summary>Fills the slots of a template at random.</summary>
    public string Expand(string template, SeededRandom random)
    {
        var into = new StringBuilder();
        Expand(template, random, into);
        return into.ToString();
    }

    private void Expand(string template, SeededRandom random, StringBuilder into)
    {
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0)
            {
                into.Append(template, at, template.Length - at);
                return;
            }

            into.Append(template, at, open - at);
            var close = template.IndexOf('}', open);
            var slot = template[(open + 1)..close];
            if (slot[0] != '?')
            {
                Expand(random.Pick(rules[slot]), random, into);
            }
            else if (random.Chance(0.5))
            {
                Expand(random.Pick(rules[slot[1..]]), random, into);
            }

            at = close + 1;
        }
    }

    private List<string> Open(string head)
    {
        var bracket = head.IndexOf('[', StringComparison.Ordinal);
        var name = (bracket < 0 ? head : head[..bracket]).Trim();
        if (bracket >= 0)
        {
            kinds.Add(ReadKind(name, head[(bracket + 1)..].TrimEnd(']', ' ')));
        }

        return rules.TryGetValue(name, out var rule) ? rule : rules[name] = [];
    }

    private static SentenceKind ReadKind(string name, string settings)
    {
        var values = settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        bool? Label(string key) => values.TryGetValue(key, out var value) ? value == "1" : null;
        var weight = values.TryGetValue("weight", out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : 1;
        return new SentenceKind(name, Label("hate"), Label("any"), weight);
    }

    private void CheckSlots(string name)
    {
        foreach (var (rule, alternatives) in rules)
        {
            foreach (var alternative in alternatives)
            {
                foreach (var slot in alternative.Split('{').Skip(1).Select(part => part.Split('}')[0].TrimStart('?')))
                {
                    if (!rules.ContainsKey(slot))
                    {
                        throw new InvalidDataException($"{name}: rule '{rule}' names '{slot}', which is no rule.");
                    }
                }
            }
        }
    }
}
