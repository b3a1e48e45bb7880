using Assay.Storage.Sql;

namespace Assay.Storage.Maintenance;

/// <summary>Rows that belong to an entity and go with it.</summary>
internal interface IOwnedRows
{
    /// <summary>Deletes at most about so many of an owner's rows; tells how many, and whether none is left.</summary>
    Task<(int Deleted, bool AllGone)> DeleteAsync(SqlSession session, long owner, int most);
}
