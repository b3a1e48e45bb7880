namespace Assay.Gates;

/// <summary>How a figure is held against a bound.</summary>
public enum GateOperator
{
    /// <summary><c>&gt;=</c></summary>
    AtLeast,

    /// <summary><c>&gt;</c></summary>
    Above,

    /// <summary><c>&lt;=</c></summary>
    AtMost,

    /// <summary><c>&lt;</c></summary>
    Below,

    /// <summary><c>==</c> or <c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>not worse than RUN by</c> the bound: the interval of the difference excludes a larger loss.</summary>
    NotWorseThan,

    /// <summary><c>better than RUN</c>: the interval of the difference excludes none and a loss.</summary>
    BetterThan,
}
