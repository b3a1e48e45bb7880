using System.Net;
using System.Text.RegularExpressions;

namespace Assay.Server.Tests.Pages;

/// <summary>A form as a page shows it, to be sent as a browser without script would.</summary>
internal sealed partial record PageForm(string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>The form with that button.</summary>
    public static PageForm Find(string html, string button)
    {
        var form = Form().Matches(html).Select(match => match.Value).Single(form => form.Contains($">{button}</button>", StringComparison.Ordinal));
        return new PageForm(
            WebUtility.HtmlDecode(ActionOf().Match(form).Groups[1].Value),
            [.. Hidden().Matches(form).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))]);
    }

    public Task<PageAnswer> SendAsync(PageVisitor visitor) => visitor.PostWithoutSecretAsync(Action, [.. Fields]);

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex ActionOf();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
