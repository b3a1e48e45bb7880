using System.Globalization;
using Assay.Cli.Settings;
using Assay.Results;

namespace Assay.Cli.Commands;

/// <summary>How many rows may fail before the evaluation counts as failed: a number, or a share of all rows.</summary>
internal readonly record struct FailureLimit(double Amount, bool IsPercent)
{
    public static FailureLimit From(SettingBag settings)
    {
        if (settings.Last("max-failed") is not { } given)
        {
            return default;
        }

        var isPercent = given.Text.EndsWith('%');
        var text = isPercent ? given.Text[..^1] : given.Text;
        var styles = isPercent ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
        return double.TryParse(text, styles, CultureInfo.InvariantCulture, out var amount) && (!isPercent || amount <= 100)
            ? new FailureLimit(amount, isPercent)
            : throw new BadInputException($"{given.Origin}: '{given.Text}' is neither a number of rows nor a share of them; examples: 3, 2.5%");
    }

    public bool Allows(RowCounts rows) => Allows(rows.Failed, rows.Total * rows.Repeats);

    public bool Allows(long failed, long asked) => failed <= (IsPercent ? asked * Amount / 100 : Amount);

    public override string ToString() => Amount.ToString(CultureInfo.InvariantCulture) + (IsPercent ? "%" : "");
}
