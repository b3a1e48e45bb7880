using Assay.Judges;
using Assay.Naming;

namespace Assay.Scoring;

/// <summary>The parameters given to one scorer, taken one by one; what is left over is unknown to it.</summary>
internal sealed class ScorerParameters(ScorerSpec spec, bool mayCallServices, JudgeModels? judges = null)
{
    private readonly HashSet<string> _known = [];

    public string Name => spec.ScoreName;

    /// <summary>The name that was given with <c>as</c>; null when none was.</summary>
    public string? Alias => spec.Alias is null ? null : spec.ScoreName;

    /// <summary>Whether neither a parameter nor another name was given: the scorer as MLflow has it.</summary>
    public bool AreDefault => spec.Parameters.Count == 0;

    /// <summary>
    /// The name of a scorer most of whose parameters say how answers are read, not what is measured: its alias, else its own name followed by
    /// <c>_value</c> for those of the parameters that were given.
    /// </summary>
    public string NameBy(params string[] parameters) => Alias ?? MetricKeys.Clean(string.Concat(
        spec.Parameters.Where(given => parameters.Contains(given.Key)).Select(given => "_" + given.Value).Prepend(spec.Name)));

    /// <summary>Whether the specification named a service, whose address may hold a secret.</summary>
    public bool NamedService { get; private set; }

    public BadInputException Refusal(string what) => new($"--scorer {spec.Name}: {what}");

    /// <summary>Whether services may be asked, files read and programs run that the specification names.</summary>
    public bool MayCallServices => mayCallServices;

    public string? Text(string parameter)
    {
        _known.Add(parameter);
        return spec.Parameters.FirstOrDefault(given => given.Key == parameter).Value;
    }

    /// <summary>The address of a service. Every parameter that has one asked is read by this, so that all are refused where none may be.</summary>
    public string? Service(string parameter)
    {
        if (Text(parameter) is not { } address) return null;
        NamedService = true;
        return mayCallServices ? address : throw new BadInputException(
            $"--scorer {spec.Name}: {parameter} names a service, and no services are called here; leave it away, or score with 'assay score' on a machine of yours");
    }

    /// <summary>The path of a file on this machine, to read or to write; refused, like a service, where none may be named.</summary>
    public string? FilePath(string parameter)
    {
        if (Text(parameter) is not { } path) return null;
        this.RequireOwnMachine($"{parameter}, which names a file");
        return path;
    }

    /// <summary>A scorer that is a part of this one, with what this one may do and whom its judges ask.</summary>
    public IReadOnlyList<IScorer> Part(string specification) => ScorerCatalog.Create(specification, mayCallServices, judges);

    /// <summary>The model of a judge: the one that <paramref name="parameter"/> names, else that of all judges.</summary>
    public JudgeModel Judge(string parameter)
    {
        var asker = $"--scorer {spec.Name}";
        var model = Text(parameter);
        return !mayCallServices ? throw new BadInputException(
                $"{asker}: it asks a model, and no services are called here; leave it away, or score with 'assay score' on a machine of yours")
            : judges is not null ? judges.Get(model, asker)
            : throw JudgeModels.Missing(asker);
    }

    public string OneOf(string parameter, IReadOnlyList<string> values)
    {
        var value = Text(parameter) ?? values[0];
        return values.Contains(value) ? value : throw new BadInputException(
            $"--scorer {spec.Name}: {parameter}={value} is unknown; known are {string.Join(", ", values)}{NameSuggestion.Ending(value, values)}");
    }

    public bool Flag(string parameter) => OneOf(parameter, ["false", "true"]) == "true";

    public void RequireAllKnown()
    {
        if (spec.Parameters.FirstOrDefault(given => !_known.Contains(given.Key)).Key is { } unknown)
        {
            var has = _known.Count == 0 ? "none but" : $"{string.Join(", ", _known.Order(StringComparer.Ordinal))} and";
            throw new BadInputException($"--scorer {spec.Name}: no parameter '{unknown}'; it has {has} as=NAME");
        }
    }
}
