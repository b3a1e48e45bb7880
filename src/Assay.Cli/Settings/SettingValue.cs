namespace Assay.Cli.Settings;

/// <summary>A value that was given for a setting.</summary>
/// <param name="Text">The value; <c>true</c> for a switch.</param>
/// <param name="Origin">Where it was given, for messages: <c>--rpm</c>, or <c>config.yaml, line 3, column 6: rpm</c>.</param>
internal readonly record struct SettingValue(string Text, string Origin)
{
    /// <summary>Reads the value; an error says where it stands, when that is not the option that its message is about.</summary>
    public T Read<T>(string option, Func<string, T> read)
    {
        try
        {
            return read(Text);
        }
        catch (BadInputException wrong) when (Origin != option)
        {
            throw new BadInputException($"{Origin}: {wrong.Message}", wrong);
        }
    }
}
