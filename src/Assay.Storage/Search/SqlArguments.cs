using System.Globalization;

namespace Assay.Storage.Search;

/// <summary>The values of a statement under construction, in the order of their numbers.</summary>
internal sealed class SqlArguments
{
    private readonly List<object?> _values = [];

    /// <summary>Takes a value and gives the parameter that stands for it.</summary>
    public string Add(object? value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"${_values.Count}");
    }

    public object?[] ToArray() => [.. _values];
}
