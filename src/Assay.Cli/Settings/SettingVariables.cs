namespace Assay.Cli.Settings;

/// <summary>Settings as environment variables: <c>--max-body</c> is <c>ASSAY_MAX_BODY</c>. A list is written with commas.</summary>
internal static class SettingVariables
{
    private const string Prefix = "ASSAY_";

    public static string NameOf(SettingDefinition setting) => Prefix + setting.Name.Replace('-', '_').ToUpperInvariant();

    /// <summary>The settings whose variables are set and not empty.</summary>
    public static SettingBag Read(IEnumerable<SettingDefinition> settings)
    {
        var bag = new SettingBag();
        foreach (var setting in settings)
        {
            var name = NameOf(setting);
            if (Environment.GetEnvironmentVariable(name) is not { Length: > 0 } text)
            {
                continue;
            }

            foreach (var value in setting.IsRepeatable ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text])
            {
                bag.Add(setting.Name, new SettingValue(value, name));
            }
        }

        return bag;
    }
}
