using System.Globalization;
using Assay.Naming;

namespace Assay.Data.Hub;

/// <summary>Reads <c>hf:NAME[:CONFIG][?split=…&amp;sample=…&amp;seed=…&amp;head=…&amp;label_names=true]</c>.</summary>
internal static class HubAddress
{
    public const string Prefix = "hf:";

    private static readonly string[] Known = ["split", "config", "sample", "seed", "head", "label_names"];

    public static (string Name, HubOptions Options) Parse(string address)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? address[Prefix.Length..] : address[Prefix.Length..question];
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        var name = HubName.Require(colon < 0 ? path : path[..colon]);
        var options = new HubOptions { Config = colon < 0 ? null : Filled(address, "config", path[(colon + 1)..]) };
        var given = new HashSet<string>();
        foreach (var part in question < 0 ? [] : address[(question + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : Uri.UnescapeDataString(part[(equals + 1)..].Replace('+', ' '));
            options = With(options, address, key, value);
            if (!given.Add(key))
            {
                throw new BadInputException($"{address}: {key} is there twice; give it once");
            }
        }

        return (name, options);
    }

    private static HubOptions With(HubOptions options, string address, string key, string value) => key switch
    {
        "split" => options with { Split = Filled(address, key, value) },
        "config" => options with { Config = Filled(address, key, value) },
        "sample" => options with { Sample = (int)Number(address, key, value, 1, int.MaxValue) },
        "seed" => options with { Seed = Number(address, key, value, long.MinValue, long.MaxValue) },
        "head" => options with { Head = (int)Number(address, key, value, 1, int.MaxValue) },
        "label_names" => options with
        {
            LabelNames = bool.TryParse(value, out var names) ? names : throw new BadInputException($"{address}: label_names is \"{value}\"; write true or false"),
        },
        _ => throw new BadInputException($"{address}: \"{key}\" is not known here; there are {string.Join(", ", Known)}{NameSuggestion.Ending(key, Known)}"),
    };

    private static string Filled(string address, string key, string value) =>
        value.Length > 0 ? value : throw new BadInputException($"{address}: {key} has no value; write {key}=NAME, or leave it away");

    private static long Number(string address, string key, string value, long least, long most) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new BadInputException($"{address}: {key} is \"{value}\"; write a whole number{(least == 1 ? " of at least 1" : "")}");
}
