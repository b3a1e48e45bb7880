using System.Text;
using System.Text.RegularExpressions;
using Assay.Checks;

namespace Assay.Scoring;

/// <summary>
/// Whether a prediction equals its reference: 1 or 0, higher is better. Without options raw values are compared, as MLflow's
/// <c>exact_match</c> does (scikit-learn accuracy); with options, as Hugging Face evaluate a7dd338. Two empty texts are equal.
/// </summary>
public sealed class ExactMatch
{
    private readonly ExactMatchOptions _options;
    private readonly Regex[] _ignored;

    /// <summary>A comparison with options.</summary>
    /// <exception cref="ArgumentException">A regular expression cannot be read; the message names it.</exception>
    public ExactMatch(ExactMatchOptions? options = null)
    {
        _options = options ?? new ExactMatchOptions();
        _ignored = [.. _options.RegexesToIgnore.Select(pattern => BoundedPattern.Compile(pattern))];
    }

    /// <summary>Whether the two are equal once all that is to be ignored is gone.</summary>
    /// <exception cref="RegexMatchTimeoutException">A regular expression took more than a second on one text.</exception>
    public bool IsMatch(string prediction, string reference)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(reference);
        return string.Equals(prediction, reference, StringComparison.Ordinal)
            || string.Equals(Normalize(prediction), Normalize(reference), StringComparison.Ordinal);
    }

    private string Normalize(string text)
    {
        foreach (var regex in _ignored) text = regex.Replace(text, "");
        if (_options.IgnoreCase) text = PythonLowerCase.Of(text);
        if (!_options.IgnorePunctuation && !_options.IgnoreNumbers) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!IsDropped(c)) kept.Append(c);
        return kept.ToString();
    }

    // ASCII symbols count as punctuation in Python: everything between the space and the last ASCII character but letters and digits.
    private bool IsDropped(char c) =>
        _options.IgnoreNumbers && char.IsAsciiDigit(c)
        || _options.IgnorePunctuation && c is > ' ' and < '\x7F' && !char.IsAsciiLetterOrDigit(c);
}
