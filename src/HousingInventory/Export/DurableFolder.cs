using System.Runtime.InteropServices;
using System.Text;

namespace HousingInventory.Export;

/// <summary>Sees that the names in a folder, and not only the bytes of its files, are on the disk: a rename is only that once its folder has been flushed.</summary>
internal static class DurableFolder
{
    /// <summary>
    /// Flushes a folder (fsync), where the system can: Linux and macOS. NTFS writes its names to a journal itself. A file system that cannot promise it (FAT, SMB,
    /// NFS) takes the call without effect or refuses it, and nothing more can be done from here.
    /// </summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), 0);
        if (handle >= 0)
        {
            _ = Sync(handle);
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
