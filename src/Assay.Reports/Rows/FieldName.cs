using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Assay.Reports.Rows;

/// <summary>The name of a field of JSON from elsewhere.</summary>
internal static class FieldName
{
    /// <summary>The name; half a surrogate pair, which no string can be made of, stays as it was written.</summary>
    public static string Of(JsonProperty field)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(field));
        }
    }
}
