using Assay.Tracking;
using Assay.Web.Visits;

namespace Assay.Web.Components;

/// <summary>How many runs there are, as text: stores count up to a number, and then there are more.</summary>
internal static class RunCount
{
    public static string Of(Visit visit, long count) => count > RunQuery.MostCounted
        ? visit.Notation.Count(RunQuery.MostCounted) + "+"
        : visit.Notation.Count(count);
}
