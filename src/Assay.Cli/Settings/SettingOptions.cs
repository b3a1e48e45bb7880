using System.CommandLine;
using System.CommandLine.Parsing;

namespace Assay.Cli.Settings;

/// <summary>Settings as options of a command.</summary>
internal static class SettingOptions
{
    public static void AddTo(Command command, IEnumerable<SettingDefinition> settings)
    {
        foreach (var setting in settings)
        {
            command.Options.Add(setting.IsSwitch
                ? new Option<bool>(setting.Option) { Description = setting.Help }
                : new Option<string[]>(setting.Option)
                {
                    Description = setting.Help + (setting.IsRepeatable ? " (repeatable)" : ""),
                    HelpName = setting.Value,
                    Arity = ArgumentArity.OneOrMore,
                    AllowMultipleArgumentsPerToken = false,
                });
        }
    }

    /// <summary>The settings that the call gave. Giving one twice that takes one value is an error.</summary>
    public static SettingBag Read(ParseResult parsed, IEnumerable<SettingDefinition> settings)
    {
        var bag = new SettingBag();
        foreach (var setting in settings)
        {
            var given = parsed.GetResult(setting.Option) as OptionResult;
            if (given is null || given.Implicit)
            {
                continue;
            }

            string[] values = setting.IsSwitch ? ["true"] : [.. given.Tokens.Select(token => token.Value)];
            if (values.Length > 1 && !setting.IsRepeatable)
            {
                throw new BadInputException($"{setting.Option}: given {values.Length} times ('{values[0]}', '{values[1]}'); give it once");
            }

            foreach (var value in values)
            {
                if (setting.IsPath && value.Length == 0)
                {
                    throw new BadInputException($"{setting.Option}: the name of the file is empty; name one, or leave the option away");
                }

                bag.Add(setting.Name, new SettingValue(value, setting.Option));
            }
        }

        return bag;
    }
}
