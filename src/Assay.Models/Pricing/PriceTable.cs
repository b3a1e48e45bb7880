namespace Assay.Models;

/// <summary>
/// What models cost. <see cref="Bundled"/> ships with Assay and is as old as its <see cref="Date"/>; prices of one's own go before it
/// (<see cref="With"/>). Prices are in US dollars a million tokens. Safe for concurrent use.
/// </summary>
public sealed class PriceTable
{
    private static readonly Lazy<PriceTable> Shipped = new(PriceTableText.ReadBundled);

    private readonly IReadOnlyList<PricedModel> _models;
    private readonly IReadOnlyDictionary<string, ModelPrice> _own;

    internal PriceTable(DateOnly date, IReadOnlyList<PricedModel> models, IReadOnlyDictionary<string, ModelPrice>? own = null) =>
        (Date, _models, _own) = (date, models, own ?? new Dictionary<string, ModelPrice>());

    /// <summary>The table that ships with Assay.</summary>
    public static PriceTable Bundled => Shipped.Value;

    /// <summary>The day that the bundled prices were taken.</summary>
    public DateOnly Date { get; }

    /// <summary>The same table with prices of one's own, by the model's name as it is called or as the service names it; these go first.</summary>
    public PriceTable With(IReadOnlyDictionary<string, ModelPrice> prices) =>
        new(Date, _models, new Dictionary<string, ModelPrice>(_own.Concat(prices).GroupBy(price => price.Key).Select(group => group.Last())));

    /// <summary>The price of a model by the name that the user gave it, which may be none of a service; null when the table does not have it.</summary>
    public ModelPrice? Find(string name, string? answeredBy, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ModelSpec.TryParse(name, out var spec) ? Find(spec, answeredBy, day) : _own.GetValueOrDefault(name);
    }

    /// <summary>The price of a model on a day; null when the table does not have it.</summary>
    /// <param name="spec">The model as it was asked: <c>azure:my-deployment</c>, <c>openai:gpt-4o-mini</c>.</param>
    /// <param name="answeredBy">The model that answered, as the service names it; null when it did not say.</param>
    /// <param name="day">When.</param>
    public ModelPrice? Find(ModelSpec spec, string? answeredBy, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(spec);
        string[] names = answeredBy is null ? [spec.Name, spec.Target] : [spec.Name, spec.Target, answeredBy];
        foreach (var name in names)
        {
            if (_own.TryGetValue(name, out var own))
            {
                return own;
            }
        }

        if (spec.Provider == ModelProvider.Local)
        {
            return ModelPrice.Free;
        }

        if (spec.Provider is not (ModelProvider.OpenAI or ModelProvider.Azure))
        {
            return null;
        }

        // A deployment may have any name: what the service says of itself goes first.
        var provider = spec.Provider == ModelProvider.Azure ? "azure" : "openai";
        return (answeredBy is null ? null : Search(answeredBy, provider, day)) ?? Search(spec.Target, provider, day);
    }

    private ModelPrice? Search(string model, string provider, DateOnly day)
    {
        // Names such as "mistralai/mixtral" carry their maker; a service of another maker may sell them under the same name.
        var best = _models.Where(priced => priced.From <= day).Select(priced => (Priced: priced, Match: priced.Match(model))).Where(found => found.Match > 0)
            .OrderByDescending(found => found.Priced.Provider == provider)
            .ThenByDescending(found => provider == "azure" && found.Priced.Provider == "openai")
            .ThenByDescending(found => found.Match).ThenByDescending(found => found.Priced.From).FirstOrDefault();
        return best.Priced?.Price;
    }
}
